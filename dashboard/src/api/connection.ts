import { createStore } from "../state/store.ts";

const quietMilliseconds = 3000;

const store = createStore<{ isOnline: boolean; lostAt: number | null }>({ isOnline: true, lostAt: null });
export const connection = store.state;
let timer: ReturnType<typeof setTimeout> | undefined;

export function showConnection(isOpen: boolean): void {
	clearTimeout(timer);
	if (isOpen) {
		store.change((state) => (state.lostAt = null));
		return;
	}
	const since = Date.now();
	timer = setTimeout(() => {
		store.change((state) => {
			state.lostAt ??= since;
		});
	}, quietMilliseconds);
}

export function followNetwork(): void {
	const follow = () => {
		store.change((state) => {
			state.isOnline = navigator.onLine;
			if (!navigator.onLine) state.lostAt ??= Date.now();
		});
	};
	window.addEventListener("online", follow);
	window.addEventListener("offline", follow);
	if (!navigator.onLine) follow();
}
