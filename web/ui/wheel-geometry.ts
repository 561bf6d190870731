const radius = 41;
const gapDegrees = 5;

/** The arc of step 1 to 12 in a box of 100, step 1 beginning at the top, clockwise. */
export function arcPath(number: number): string {
  const from = (number - 1) * 30 + gapDegrees / 2 - 90;
  const until = number * 30 - gapDegrees / 2 - 90;
  return `M${point(from)} A${radius} ${radius} 0 0 1 ${point(until)}`;
}

function point(degrees: number): string {
  const angle = (degrees * Math.PI) / 180;
  const at = (value: number) => (50 + radius * value).toFixed(2);
  return `${at(Math.cos(angle))} ${at(Math.sin(angle))}`;
}
