/** Makes a value at its first use, so that a Worker starts fast, and keeps it. `make` never returns undefined. */
export function once<Made>(make: () => Made): () => Made {
	let made: Made | undefined;
	return () => {
		made ??= make();
		return made;
	};
}
