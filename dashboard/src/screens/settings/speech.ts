import { changed, createStore } from "../../state/store.ts";

const store = createStore<{ words: string | null }>({ words: null });
export const spoken = store.state;

const speech = "speechSynthesis" in window ? window.speechSynthesis : null;
speech?.addEventListener?.("voiceschanged", changed);

/** Some browsers have the API and no voice. */
export function canSpeak(): boolean {
	return speech !== null && speech.getVoices().length > 0;
}

/** Ends with the page. Prefers a voice of this machine: others send the words to a server. */
export function speak(words: string): void {
	if (!speech) return;
	stopSpeaking();
	const utterance = new SpeechSynthesisUtterance(words);
	utterance.lang = "en-US";
	const english = speech.getVoices().filter(({ lang }) => lang.startsWith("en"));
	utterance.voice = english.find(({ localService }) => localService) ?? null;
	const end = () => {
		if (spoken.words === words) store.change((state) => (state.words = null));
	};
	utterance.addEventListener("end", end);
	utterance.addEventListener("error", end);
	store.change((state) => (state.words = words));
	speech.speak(utterance);
	for (const event of ["navigate", "currententrychange"] as const) {
		window.navigation?.addEventListener(event, stopSpeaking, { once: true });
	}
}

export function stopSpeaking(): void {
	speech?.cancel();
	store.change((state) => (state.words = null));
}
