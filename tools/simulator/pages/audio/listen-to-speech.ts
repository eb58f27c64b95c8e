// Exists in Chrome, Edge and Safari; TypeScript's DOM library lacks it.
interface Recogniser extends EventTarget {
	lang: string;
	interimResults: boolean;
	start(): void;
	abort(): void;
}
interface RecognitionEvent extends Event {
	results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>;
}
type RecogniserClass = new () => Recogniser;

/** Null without speech recognition. */
export function findRecogniser(): RecogniserClass | null {
	const host = window as { SpeechRecognition?: RecogniserClass; webkitSpeechRecognition?: RecogniserClass };
	return host.SpeechRecognition ?? host.webkitSpeechRecognition ?? null;
}

/** `onWords` gets partial results; resolves to the sentence, or "" when nothing was understood. */
export function listenToSpeech(
	Recognise: RecogniserClass,
	onWords: (words: string) => void,
): Promise<string> {
	return new Promise((resolve) => {
		const recogniser = new Recognise();
		let words = "";
		recogniser.lang = "en-US";
		recogniser.interimResults = true;
		recogniser.addEventListener("result", (event) => {
			words = [...Array.from((event as RecognitionEvent).results)]
				.map((result) => result[0]?.transcript ?? "")
				.join(" ");
			onWords(words);
		});
		recogniser.addEventListener("error", () => resolve(words));
		recogniser.addEventListener("end", () => resolve(words));
		recogniser.start();
	});
}
