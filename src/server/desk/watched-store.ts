// Says when something has changed that a page of the guide shows: a comment that everybody can read, or a review. It stands around
// the store and not in the routes, so that a new way to change something cannot forget to say so.

import type { CommentId, DeskStore } from '../../learn/index.ts';

/** What has changed: the comments of one page, or what many pages show, as a review. */
export type Changed = { readonly commentsOn: string } | 'much';

/** The same store; tells once the change is on disk. */
export function watchedStore(store: DeskStore, changed: (what: Changed) => void): DeskStore {
  const { comments, signOffs } = store;
  const tellOf = async (id: CommentId) => {
    // It is kept already; that its page cannot be found must not look as if it were not.
    const comment = await comments.byId(id).catch(() => undefined);
    changed(comment ? { commentsOn: comment.page } : 'much');
  };
  return {
    ...store,
    comments: {
      ...comments,
      add: async (comment, limits) => {
        const added = await comments.add(comment, limits);
        if (comment.state === 'published' && added.kind === 'kept') changed({ commentsOn: comment.page });
        return added;
      },
      revise: async (id, change) => {
        const outcome = await comments.revise(id, change);
        if (outcome === 'done') await tellOf(id);
        return outcome;
      },
      erase: async (id, version, at) => {
        const outcome = await comments.erase(id, version, at);
        if (outcome === 'done') await tellOf(id);
        return outcome;
      },
      decide: async (id, decision) => {
        const outcome = await comments.decide(id, decision);
        if (outcome === 'done') await tellOf(id);
        return outcome;
      },
    },
    signOffs: {
      ...signOffs,
      add: async (signOff) => {
        await signOffs.add(signOff);
        if (signOff.state === 'signed') changed('much');
      },
      decide: async (id, decision) => {
        const outcome = await signOffs.decide(id, decision);
        if (outcome === 'done') changed('much');
        return outcome;
      },
    },
  };
}
