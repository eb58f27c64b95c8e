/** Recordings of this page's life: a new one is a new sound for the player, where no version tells them apart. */
let count = Date.now();

export const takes = () => count;

export function countTake(): void {
	count += 1;
}
