// Every page there is: the pattern of its address as the application has it, and an address to open. That none is missing is a test
// of its own (test/every-page.test.ts), so a new page comes into the matrix or the tests say so.

/** Read and answered by a runner: patterns of the application, each with addresses that show different kinds of page. */
export const PAGES: Readonly<Record<string, readonly string[]>> = {
  '/': ['/'],
  '/about': ['/about'],
  '/assess/step/:step{[1-9][0-9]{0,2}}': ['/assess/step/1', '/assess/step/3', '/assess/step/6'],
  '/assess/check': ['/assess/check'],
  '/assess/result': ['/assess/result'],
  '/assess/plan': ['/assess/plan'],
  '/assess/summary': ['/assess/summary'],
  '/recover': ['/recover'],
  '/recover/start': ['/recover/start'],
  '/recover/check-in': ['/recover/check-in'],
  '/recover/plan': ['/recover/plan'],
  '/recover/progress': ['/recover/progress'],
  '/recover/supplies': ['/recover/supplies'],
  '/recover/more': ['/recover/more'],
  '/recover/clinician': ['/recover/clinician'],
  '/recover/exercise/:id': ['/recover/exercise/nordic-lower'],
  '/recover/summary': ['/recover/summary'],
  '/recover/gone': ['/recover/gone'],
  '/train': ['/train'],
  '/train/all': ['/train/all'],
  '/train/add': ['/train/add'],
  // The run that the journey has added; its id is known then.
  '/train/runs/:id': ['/train/runs/:id'],
  '/train/import': ['/train/import'],
  '/train/coach': ['/train/coach'],
  '/train/beliefs': ['/train/beliefs'],
  '/train/prevention': ['/train/prevention'],
  '/guide': ['/guide'],
  '/guide/verdicts': ['/guide/verdicts'],
  '/guide/search': ['/guide/search?q=cramp', '/guide/search?q=zzzzqqq'],
  '/guide/:page': ['/guide/cramp-and-fluids', '/guide/three-muscles', '/guide/dangerous-causes'],
  '/claims': ['/claims'],
  '/claims/:id': ['/claims/cramp-from-dehydration'],
  '/knowledge': ['/knowledge'],
  '/knowledge/questions': ['/knowledge/questions'],
  '/knowledge/questions/:number{[1-9][0-9]*}': ['/knowledge/questions/5'],
  '/knowledge/red-flags/:code': ['/knowledge/red-flags/e3b'],
  '/knowledge/sources': ['/knowledge/sources'],
  '/knowledge/sources/:key': ['/knowledge/sources/hoffman2015'],
  '/knowledge/gates': ['/knowledge/gates'],
  '/knowledge/model': ['/knowledge/model'],
  '/knowledge/interview': ['/knowledge/interview'],
  '/knowledge/plans': ['/knowledge/plans'],
  '/knowledge/plans/:id': ['/knowledge/plans/hamstring-strain'],
  '/knowledge/exercises': ['/knowledge/exercises'],
  '/knowledge/exercises/:id': ['/knowledge/exercises/plank'],
  '/knowledge/ladders': ['/knowledge/ladders'],
  '/knowledge/check-ins': ['/knowledge/check-ins'],
  '/knowledge/studies': ['/knowledge/studies'],
  '/knowledge/forecast': ['/knowledge/forecast'],
  '/knowledge/training': ['/knowledge/training'],
  '/knowledge/:id': ['/knowledge/hamstring-strain', '/knowledge/something-else'],
};

/** The same of what readers send and editors see, signed in. */
export const DESK_PAGES: Readonly<Record<string, readonly string[]>> = {
  '/comments/:page': ['/comments/cramp-and-fluids'],
  '/claims/:claim/report': ['/claims/cramp-from-dehydration/report'],
  '/contact': ['/contact'],
  '/desk': ['/desk'],
  '/desk/account': ['/desk/account'],
  '/desk/log': ['/desk/log'],
  '/desk/claims': ['/desk/claims'],
  '/desk/claims/:id': ['/desk/claims/cramp-from-dehydration'],
  '/desk/reports': ['/desk/reports'],
};

/** No pages: files, what leads elsewhere, and answers for programs. */
export const NO_PAGES: readonly string[] = [
  '/open',
  '/health',
  '/assets/:name',
  '/knowledge.json',
  '/assess',
  '/assess/summary.txt',
  '/recover/calendar.ics',
  '/recover/due',
  '/recover/summary.txt',
  '/recover/backstride.json',
  '/train/runs.json',
  '/fg-ai4h/health-check',
  '/guide/changes.atom',
  '/sitemap.xml',
  '/robots.txt',
];

/** Pages that need a comment or a report to be there: desk.test.ts looks at them on its way. */
export const ON_THE_WAY: readonly string[] = [
  '/comments/:page/reply/:id',
  '/my-comment/:token',
  '/my-report/:token',
  '/desk/sign-in',
  '/desk/comments/:id',
  '/desk/reports/:id',
];

/** Needs a server that sends letters: only tests without a browser open it (src/app/desk). */
export const NOT_LOOKED_AT: readonly string[] = ['/replies/:token'];
