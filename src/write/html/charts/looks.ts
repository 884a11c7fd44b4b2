/** Colours by meaning, the same in every chart and in the legend: Okabe and Ito's blue, orange and vermilion for statuses. */
import type { PageLook } from '../../../model/page-chart.ts';

export const ink = '#1f2933';
export const paleInk = '#5f6b76';
export const gridInk = '#e3e7eb';

interface Look {
  readonly fill: string;
  /** Of text upon it: contrast 4.5 to 1 at least. */
  readonly text: string;
  /** A dashed edge: not over yet. */
  readonly edge: string | null;
}

const onDark = '#ffffff';

export const looks: Readonly<Record<PageLook, Look>> = {
  met: { fill: '#0072b2', text: onDark, edge: null },
  'on-track': { fill: '#0072b2', text: onDark, edge: null },
  near: { fill: '#e69f00', text: ink, edge: null },
  unconfirmed: { fill: '#e69f00', text: ink, edge: null },
  below: { fill: '#d55e00', text: onDark, edge: null },
  behind: { fill: '#d55e00', text: onDark, edge: null },
  actual: { fill: '#2f6690', text: onDark, edge: null },
  earlier: { fill: '#b8c4ce', text: ink, edge: null },
  running: { fill: '#ffffff', text: ink, edge: '#2f6690' },
  target: { fill: '#111111', text: onDark, edge: null },
  end: { fill: paleInk, text: onDark, edge: null },
  rise: { fill: '#0072b2', text: onDark, edge: null },
  fall: { fill: '#d55e00', text: onDark, edge: null },
  'range-low': { fill: '#d5dbe1', text: ink, edge: null },
  'range-high': { fill: '#e9edf0', text: ink, edge: null },
};
