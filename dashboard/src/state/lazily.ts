import { changed } from "./store.ts";

/** Code that only a part of a page needs. It comes when it is first asked for, and then the page is drawn again. */
export function lazily<Module>(load: () => Promise<Module>): () => Module | null {
	let module: Module | null = null;
	let isAsked = false;
	return () => {
		if (!isAsked) {
			isAsked = true;
			void load().then(
				(loaded) => {
					module = loaded;
					changed();
				},
				// Without a network: the next drawing asks again.
				() => (isAsked = false),
			);
		}
		return module;
	};
}
