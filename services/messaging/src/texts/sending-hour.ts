export const hourMilliseconds = 60 * 60 * 1000;

export function hourOf(instant: Date): Date {
	return new Date(Math.floor(instant.getTime() / hourMilliseconds) * hourMilliseconds);
}
