/** A quantile (0..1) by linear interpolation between the sorted values; NaN of none. */
export function quantile(values: Float64Array, at: number): number {
  const sorted = values.slice().sort();
  const place = at * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return low + (high - low) * (place - Math.floor(place));
}
