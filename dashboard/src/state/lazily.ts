import { changed } from "./store.ts";

/** Code that only a part of a page needs. */
export interface Lazily<Module> {
	/** For views: null until it is there. It comes when it is first asked for, and then the page is drawn again. */
	(): Module | null;
	/** For who must have it, such as a resource that is drawn by it: once it ends, views have the code at once. */
	load(): Promise<Module>;
}

export function lazily<Module>(load: () => Promise<Module>): Lazily<Module> {
	let module: Module | null = null;
	let loading: Promise<Module> | null = null;
	const begin = () => {
		loading ??= load().then(
			(loaded) => {
				module = loaded;
				changed();
				return loaded;
			},
			(error: unknown) => {
				// Without a network: the next drawing asks again.
				loading = null;
				throw error;
			},
		);
		return loading;
	};
	const now = () => {
		if (module === null) begin().catch(() => undefined);
		return module;
	};
	return Object.assign(now, { load: begin });
}
