import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import { words } from '#domain/kernel/words.ts';
import { useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import styles from '#web/ui/Scanner.module.css';

const scanWords = {
  start: words('扫码', 'Scan'),
  stop: words('停止扫码', 'Stop'),
  type: words('编码', 'Code'),
  use: words('确定', 'Use'),
  noCamera: words('无法使用相机，请输入编码。', 'The camera cannot be used. Type the code.'),
} as const;

type Detector = { detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]> };
type DetectorMaker = new (options: { formats: readonly string[] }) => Detector;

const detectorMaker = (): DetectorMaker | undefined =>
  (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
const formats = ['qr_code', 'code_128', 'code_39', 'ean_13', 'data_matrix'];

type Props = { readonly label?: string; readonly onCode: (code: string) => void; readonly pending?: boolean };

/** Reads a code with the camera where the browser can, and by typing everywhere. */
export function Scanner({ label, onCode, pending = false }: Props) {
  const w = useWords(scanWords);
  const [scanning, setScanning] = useState(false);
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);
  const canScan = detectorMaker() !== undefined && !failed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onCode(text.trim());
  };
  const found = (code: string) => {
    setScanning(false);
    onCode(code);
  };
  return (
    <div className={styles['scanner']}>
      {scanning ? <Camera onCode={found} onFail={() => [setScanning(false), setFailed(true)]} /> : null}
      {canScan ? (
        <PhoneButton wide kind={scanning ? 'plain' : 'primary'} onPress={() => setScanning(!scanning)}>
          {scanning ? w.stop : w.start}
        </PhoneButton>
      ) : null}
      {failed ? <p role="status">{w.noCamera}</p> : null}
      <form className={styles['typed']} onSubmit={submit}>
        <PhoneField
          label={label ?? w.type}
          value={text}
          onChange={setText}
          autoCapitalize="characters"
          autoComplete="off"
        />
        <PhoneButton type="submit" pending={pending}>
          {w.use}
        </PhoneButton>
      </form>
    </div>
  );
}

function Camera({ onCode, onFail }: { readonly onCode: (code: string) => void; readonly onFail: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  useScan(video, { onCode, onFail });
  return <video ref={video} className={styles['video']} muted playsInline />;
}

type ScanEvents = { readonly onCode: (code: string) => void; readonly onFail: () => void };

function useScan(video: RefObject<HTMLVideoElement | null>, events: ScanEvents): void {
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const stop = startScan(element, (code) => latest.current.onCode(code));
    stop.failed.catch(() => latest.current.onFail());
    return stop.end;
  }, [video]);
}

const lookMs = 180;

function startScan(
  element: HTMLVideoElement,
  onCode: (code: string) => void,
): { end: () => void; failed: Promise<void> } {
  let stream: MediaStream | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const end = () => {
    ended = true;
    clearTimeout(timer);
    stream?.getTracks().forEach((track) => track.stop());
  };
  const run = async () => {
    const Maker = detectorMaker();
    if (!Maker) throw new Error('this browser reads no codes');
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    if (ended) return end();
    element.srcObject = stream;
    await element.play();
    const detector = new Maker({ formats });
    const look = async () => {
      const [code] = await detector.detect(element).catch(() => []);
      if (ended) return;
      if (code) onCode(code.rawValue);
      else timer = setTimeout(() => void look(), lookMs);
    };
    await look();
  };
  return { end, failed: run() };
}
