// The reviewer's part of the desk: signing claims by name.

import type { Hono } from 'hono';
import { type ClaimAtDesk, plainText, stateOfNew } from '../../learn/index.ts';
import { type ClaimDeskPage, claimDeskPage, claimsPage } from '../../pages/desk/index.ts';
import { type DeskContext, type DeskEnvironment, deskForm, deskPage, deskRoutes } from './desk-visit.ts';
import type { SpokenDesk } from './options.ts';
import { formPage } from './visit.ts';

const MOST_NOTE = 1000;
const MOST_REPORTS = 50;

/** Routes below /desk/claims. */
export function claimDeskRoutes(desk: SpokenDesk): Hono<DeskEnvironment> {
  const { store, guide, says } = desk;
  const { signOffs, reports } = store;
  const app = deskRoutes();

  app.get('/', async (c) => {
    const { base, issued } = await deskPage(desk, c);
    const view = {
      ...base,
      claims: guide.claims(),
      signOffs: await signOffs.all(),
      verdicts: guide.verdicts,
    };
    return formPage(c, claimsPage(view), issued);
  });

  const show = async (
    c: DeskContext,
    claim: ClaimAtDesk,
    more: Partial<ClaimDeskPage> = {},
    status: 200 | 403 | 409 | 422 = 200,
  ) => {
    const { base, issued } = await deskPage(desk, c, more.note);
    const view = {
      ...base,
      claim,
      signOffs: await signOffs.ofClaim(claim.id),
      reports: await reports.list({ claim: claim.id }, { most: MOST_REPORTS }),
      verdicts: guide.verdicts,
      error: undefined,
      ...more,
      note: base.note,
    };
    return formPage(c, claimDeskPage(view), issued, status);
  };

  app.get('/:id', (c) => {
    const claim = guide.claim(c.req.param('id'));
    return claim ? show(c, claim) : c.notFound();
  });

  app.post('/:id', async (c) => {
    const claim = guide.claim(c.req.param('id'));
    if (!claim) return c.notFound();
    const { editor } = c.get('who');
    const { typed, form } = await deskForm(desk, c);
    if (!form) return show(c, claim, { note: says.desk.stale }, 403);
    const movedOn = () => show(c, claim, { note: `${says.desk.movedOn}. ${says.desk.movedOnText}` }, 409);
    // The wording was changed while somebody read the old one.
    if (typed.text('edition') !== claim.edition) return movedOn();
    const [kind, at] = [typed.text('do'), desk.now()];
    if (kind === 'sign') {
      const verdict = typed.text('verdict');
      if (!Object.hasOwn(guide.verdicts, verdict))
        return show(c, claim, { error: says.claims.needsVerdict }, 422);
      const note = plainText(typed.text('note')).slice(0, MOST_NOTE);
      const state = stateOfNew(claim, verdict);
      await signOffs.add({
        id: form.id,
        claim: claim.id,
        edition: claim.edition,
        verdict,
        note,
        editor,
        state,
        at,
      });
      return c.redirect(`/desk/claims/${claim.id}?done`, 303);
    }
    if (kind !== 'second' && kind !== 'withdraw') return show(c, claim, {}, 422);
    const id = typed.text('sign-off');
    // Only one of this claim and of this wording.
    const found = (await signOffs.ofClaim(claim.id)).find(
      (one) => one.id === id && one.edition === claim.edition,
    );
    const version = Number(typed.text('version'));
    const outcome = found ? await signOffs.decide(id, { version, editor, kind, at }) : 'moved-on';
    return outcome === 'done' ? c.redirect(`/desk/claims/${claim.id}?done`, 303) : movedOn();
  });
  return app;
}
