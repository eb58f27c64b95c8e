import { changed, createStore } from "../../state/store.ts";

const store = createStore<{ words: string | null }>({ words: null });
/** What is being spoken. */
export const spoken = store.state;

const speech = "speechSynthesis" in window ? window.speechSynthesis : null;
speech?.addEventListener?.("voiceschanged", changed);

/** Some browsers know how to speak and have no voice for it. */
export function canSpeak(): boolean {
	return speech !== null && speech.getVoices().length > 0;
}

/** Ends by itself, and with the page. A voice of this machine comes first: others send the words elsewhere. */
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
