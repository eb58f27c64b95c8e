/** Time as this package sees it, injected so that a deadline can be tested without waiting for it. */
export interface Timers {
	/** Milliseconds on a clock that never runs backward far enough to matter for a few seconds. */
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
