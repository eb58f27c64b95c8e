let count = Date.now();

export const takes = () => count;

export function countTake(): void {
	count += 1;
}
