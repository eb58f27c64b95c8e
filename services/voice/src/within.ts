/** Throws after this time, while the work goes on. */
export async function within<Value>(
	milliseconds: number,
	what: string,
	work: Promise<Value>,
): Promise<Value> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`${what} took too long`)), milliseconds);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
