import { changed } from "./store.ts";

export interface Lazily<Module> {
	/** For views: null until it is loaded. The first call starts loading and draws the page again. */
	(): Module | null;
	/** For resources whose view needs the code at once. */
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
