type Listener = () => void;

const listeners = new Set<Listener>();
let isScheduled = false;

/** Draws the page once, after the current turn. */
export function changed(): void {
	if (isScheduled) return;
	isScheduled = true;
	queueMicrotask(() => {
		isScheduled = false;
		for (const listener of listeners) listener();
	});
}

/** Runs after the drawing, in the same turn: a key pressed right afterwards finds the new page. */
export function afterDrawing(run: () => void): void {
	queueMicrotask(run);
}

export function onChange(listener: Listener): void {
	listeners.add(listener);
}

export interface Store<State extends object> {
	readonly state: Readonly<State>;
	change(apply: (state: State) => void): void;
}

/** Views read `state`; only `change` writes. */
export function createStore<State extends object>(initial: State): Store<State> {
	return {
		state: initial,
		change(apply) {
			apply(initial);
			changed();
		},
	};
}
