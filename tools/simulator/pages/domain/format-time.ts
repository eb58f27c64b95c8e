/** "0:07", "12:30", "1:02:03". */
export function formatDuration(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	const hours = Math.floor(whole / 3600);
	const minutes = Math.floor((whole % 3600) / 60);
	const rest = String(whole % 60).padStart(2, "0");
	return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** "0.00 s", "12.3 s", "2:05". */
export function formatOffset(milliseconds: number): string {
	const seconds = Math.max(0, milliseconds) / 1000;
	if (seconds < 10) return `${seconds.toFixed(2)} s`;
	if (seconds < 60) return `${seconds.toFixed(1)} s`;
	return formatDuration(seconds);
}

/** "84 ms", "1.2 s". */
export function formatTaken(milliseconds: number): string {
	return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

/** "3:07 PM". */
export function formatClock(instant: string): string {
	return clock.format(new Date(instant));
}
