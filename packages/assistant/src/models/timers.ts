/** Injected, so that tests need not wait. */
export interface Timers {
	now(): number;
	/** Resolves after the time, or never once the signal is aborted. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemTimers: Timers = {
	now: () => Date.now(),
	wait: (milliseconds, signal) =>
		new Promise((resolve) => {
			const timer = setTimeout(resolve, milliseconds);
			signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
		}),
};
