import { WheelRing } from '#web/ui/WheelRing.tsx';

/** The primitives, to look at. */
export function GalleryPage() {
  return <WheelRing step="work" size="large" />;
}
