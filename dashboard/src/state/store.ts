/** What draws the page. Told once after the turn in which something changed. */
type Listener = () => void;

const listeners = new Set<Listener>();
let isScheduled = false;

/** Something that the page shows is different now: it is drawn again after the current turn, once. */
export function changed(): void {
	if (isScheduled) return;
	isScheduled = true;
	queueMicrotask(() => {
		isScheduled = false;
		for (const listener of listeners) listener();
	});
}

/** Runs once what has just changed is drawn, in the same turn: a key that is pressed right afterwards finds the new page. */
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

/** One concern's own state. Views read `state` while they draw; only `change` writes to it. */
export function createStore<State extends object>(initial: State): Store<State> {
	return {
		state: initial,
		change(apply) {
			apply(initial);
			changed();
		},
	};
}
