/** Counts this page's recordings, where no version tells them apart. */
let count = Date.now();

export const takes = () => count;

export function countTake(): void {
	count += 1;
}
