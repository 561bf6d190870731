import { useEffect, useImperativeHandle, useRef, useState, type Ref, type RefObject } from 'react';
import SignatureCanvas from 'signature_pad';
import { words } from '#domain/kernel/words.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { useWords } from '#web/ui/language.ts';
import styles from '#web/ui/SignaturePad.module.css';
import { drawnOf, strokesOf, type Stroke } from '#web/ui/strokes.ts';

const padWords = {
  sign: words('请在此签名', 'Sign here'),
  clear: words('重签', 'Clear'),
  undo: words('撤销一笔', 'Undo'),
} as const;

type Strokes = { x: number; y: number; t: number }[][];
type Props = {
  readonly label: string;
  readonly onChange: (strokes: Strokes) => void;
  readonly problem?: string | undefined;
};

/** Where a person signs with finger, pen or mouse; answers the strokes after each one. */
export function SignaturePad({ label, onChange, problem }: Props) {
  const w = useWords(padWords);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isEmpty, setEmpty] = useState(true);
  const change = (strokes: Strokes) => {
    setEmpty(strokes.length === 0);
    onChange(strokes);
  };
  const pad = useRef<PadHandle>(null);
  return (
    <figure className={styles['pad']}>
      <figcaption>{label}</figcaption>
      <div className={styles['box']} data-problem={Boolean(problem)}>
        <PadCanvas canvas={canvas} handle={pad} label={label} onChange={change} />
        {isEmpty ? <span className={styles['hint']}>{w.sign}</span> : null}
      </div>
      <div className={styles['ways']}>
        <button type="button" disabled={isEmpty} onClick={() => pad.current?.undo()}>
          <Icon name="undo" /> {w.undo}
        </button>
        <button type="button" disabled={isEmpty} onClick={() => pad.current?.clear()}>
          <Icon name="bin" /> {w.clear}
        </button>
      </div>
      {problem ? (
        <small className={styles['problem']} role="alert">
          {problem}
        </small>
      ) : null}
    </figure>
  );
}

type PadHandle = { readonly undo: () => void; readonly clear: () => void };
type CanvasProps = {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly handle: Ref<PadHandle>;
  readonly label: string;
  readonly onChange: (strokes: Strokes) => void;
};

function PadCanvas({ canvas, handle, label, onChange }: CanvasProps) {
  const drawing = useRef<SignatureCanvas>(null);
  const kept = useRef<Strokes>([]);
  const began = useRef(0);
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const pad = new SignatureCanvas(element, { minWidth: 1.1, maxWidth: 2.8, penColor: '#101828' });
    drawing.current = pad;
    const fit = () => fitCanvas(element, pad, { strokes: kept.current, began: began.current });
    const read = () => {
      if (kept.current.length === 0) began.current = pad.toData()[0]?.points[0]?.time ?? 0;
      kept.current = strokesOf(pad.toData(), boxOf(element));
      tell.current(kept.current);
    };
    pad.addEventListener('endStroke', read);
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => {
      observer.disconnect();
      pad.removeEventListener('endStroke', read);
      pad.off();
    };
  }, [canvas]);
  useImperativeHandle(handle, () => {
    const redraw = (strokes: Strokes) => {
      kept.current = strokes;
      if (canvas.current && drawing.current)
        fitCanvas(canvas.current, drawing.current, { strokes, began: began.current });
      tell.current(strokes);
    };
    return { undo: () => redraw(kept.current.slice(0, -1)), clear: () => redraw([]) };
  }, [canvas]);
  return <canvas ref={canvas} className={styles['canvas']} role="img" aria-label={label} />;
}

const boxOf = (element: HTMLCanvasElement) => ({ width: element.clientWidth || 1, height: element.clientHeight || 1 });

type Kept = { readonly strokes: readonly Stroke[]; readonly began: number };

/** As many dots as the screen has, and what was drawn before at its new size. */
function fitCanvas(element: HTMLCanvasElement, pad: SignatureCanvas, { strokes, began }: Kept): void {
  const ratio = Math.max(globalThis.devicePixelRatio || 1, 1);
  const box = boxOf(element);
  element.width = Math.round(box.width * ratio);
  element.height = Math.round(box.height * ratio);
  element.getContext('2d')?.scale(ratio, ratio);
  const { dotSize, minWidth, maxWidth, penColor, velocityFilterWeight, compositeOperation } = pad;
  const look = { dotSize, minWidth, maxWidth, penColor, velocityFilterWeight, compositeOperation };
  pad.fromData(drawnOf(strokes, box, began).map((points) => ({ ...look, points })));
}
