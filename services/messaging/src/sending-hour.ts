export const hourMilliseconds = 60 * 60 * 1000;

/** The full hour in which an instant lies: texts to a contact are counted by it. */
export function hourOf(instant: Date): Date {
	return new Date(Math.floor(instant.getTime() / hourMilliseconds) * hourMilliseconds);
}
