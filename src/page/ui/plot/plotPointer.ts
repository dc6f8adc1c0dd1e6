import type { Attachment } from 'svelte/attachments';
import { Pinch, type PinchHand } from './pinch.ts';

/** What a hand does to a plot. Pixels are of the element. */
export interface PlotHand extends PinchHand {
  /** Points at this place. */
  readonly point: (x: number, y: number) => void;
  /** Points at nothing any more. */
  readonly leave: () => void;
  /** Has marked a stretch, or is about to; null: not any more. */
  readonly band: (stretch: readonly [number, number] | null, isDone: boolean) => void;
  /** Shows everything again. */
  readonly reset: () => void;
}

/** Pixels that a press may tremble and still be a press. */
const tremble = 6;
/** Pixels that a wheel turns for twice as close. */
const pixelsPerDoubling = 240;

/**
 * Pointing, a box drawn along x (Shift: moves the picture instead), the wheel with Ctrl or a pinch (Shift: along),
 * a double click. A finger that moves sideways points; two zoom and move along.
 */
export function plotPointer(hand: PlotHand): Attachment<HTMLElement> {
  return (element) => {
    const { signal, abort } = stopSignal();
    const drag = new Drag(element, hand);
    const listen = { signal };
    element.addEventListener('pointerdown', drag.down, listen);
    element.addEventListener('pointermove', drag.move, listen);
    element.addEventListener('pointerup', drag.up, listen);
    element.addEventListener('pointercancel', drag.cancel, listen);
    element.addEventListener('click', drag.click, { signal, capture: true });
    // A finger has no way to hover: what it pointed at stays.
    const leave = ({ pointerType }: PointerEvent): void => {
      if (pointerType !== 'touch') hand.leave();
    };
    element.addEventListener('pointerleave', leave, listen);
    const hold = (event: TouchEvent): void => {
      // Two fingers are for the plot; one may still scroll the page.
      if (event.touches.length > 1 && event.cancelable) event.preventDefault();
    };
    element.addEventListener('touchmove', hold, { signal, passive: false });
    element.addEventListener('dblclick', () => hand.reset(), listen);
    const turn = (event: WheelEvent): void => wheel(event, element, hand);
    element.addEventListener('wheel', turn, { signal, passive: false });
    return abort;
  };
}

function stopSignal(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

/** A press that may become a box or a move of the picture. */
class Drag {
  readonly #element: HTMLElement;
  readonly #hand: PlotHand;
  readonly #pinch: Pinch;
  #from: number | null = null;
  #last = 0;
  #isPan = false;
  #hasMoved = false;

  constructor(element: HTMLElement, hand: PlotHand) {
    this.#element = element;
    this.#hand = hand;
    this.#pinch = new Pinch(hand);
  }

  readonly down = (event: PointerEvent): void => {
    const [x, y] = placeIn(this.#element, event);
    this.#hasMoved = false;
    if (event.pointerType === 'touch') {
      this.#pinch.down(event.pointerId, [x, y]);
      if (this.#pinch.isOn) this.#hand.leave();
      else this.#hand.point(x, y);
      return;
    }
    if (event.button !== 0) return;
    [this.#from, this.#last, this.#isPan] = [x, x, event.shiftKey];
  };

  readonly move = (event: PointerEvent): void => {
    const [x, y] = placeIn(this.#element, event);
    this.#pinch.move(event.pointerId, [x, y]);
    if (this.#pinch.isOn) return;
    if (this.#from === null) {
      this.#hand.point(x, y);
      return;
    }
    this.#hasMoved ||= Math.abs(x - this.#from) > tremble;
    if (!this.#hasMoved) return;
    this.#element.setPointerCapture(event.pointerId);
    if (this.#isPan) this.#hand.pan(this.#last - x);
    else this.#hand.band([this.#from, x], false);
    this.#last = x;
  };

  readonly up = ({ pointerId }: PointerEvent): void => {
    this.#pinch.up(pointerId);
    const from = this.#from;
    this.#from = null;
    if (from !== null && this.#hasMoved && !this.#isPan) this.#hand.band([from, this.#last], true);
  };

  readonly cancel = ({ pointerId }: PointerEvent): void => {
    this.#pinch.up(pointerId);
    this.#from = null;
    this.#hand.band(null, true);
  };

  /** The end of a drag is no press. */
  readonly click = (event: MouseEvent): void => {
    if (!this.#hasMoved) return;
    this.#hasMoved = false;
    event.stopPropagation();
    event.preventDefault();
  };
}

function wheel(event: WheelEvent, element: HTMLElement, hand: PlotHand): void {
  const isZoom = event.ctrlKey || event.metaKey;
  if (!isZoom && !event.shiftKey) return;
  event.preventDefault();
  if (isZoom) {
    hand.zoomBy(2 ** (-event.deltaY / pixelsPerDoubling), placeIn(element, event)[0]);
  } else hand.pan(event.deltaX || event.deltaY);
}

function placeIn(element: HTMLElement, { clientX, clientY }: MouseEvent): [number, number] {
  const { left, top } = element.getBoundingClientRect();
  return [clientX - left, clientY - top];
}
