export async function raceWithAbort<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
	signal.throwIfAborted();
	const { promise, reject } = Promise.withResolvers<never>();
	const abort = () => reject(signal.reason);
	signal.addEventListener("abort", abort);
	try {
		return await Promise.race([work, promise]);
	} finally {
		signal.removeEventListener("abort", abort);
	}
}
