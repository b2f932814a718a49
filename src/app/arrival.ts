// Whether somebody comes from elsewhere: a search, a link, a bookmark. Their browser most likely has nothing of ours yet. It says so
// itself, in a header that no page can write (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/), so nothing has to be kept to
// know it. Without the header (browsers before 2023, sites without HTTPS, programs) nobody arrives.

export const ARRIVAL_HEADER = 'sec-fetch-site';

/** @param site what the header says */
export function isArrival(site: string | null | undefined): boolean {
  return site === 'none' || site === 'cross-site' || site === 'same-site';
}
