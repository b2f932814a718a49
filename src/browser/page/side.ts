// On the body picture a press chooses a place without any script: the picture is made of labels. A label has one field, so the
// side that was pressed has to be chosen beside it, here; whoever has no scripts chooses it in the list.

/** Chooses the side of whatever is pressed on a body picture, on this page and on all that take its place. */
export function choosePressedSide(): void {
  addEventListener('click', ({ target }) => {
    const half = target instanceof Element ? target.closest<SVGElement>('.layer [data-side]') : null;
    const side = half && document.querySelector<HTMLInputElement>(`[name=side][value=${half.dataset.side}]`);
    if (side) side.checked = true;
  });
}
