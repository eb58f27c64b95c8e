// Speech recognition is in Chrome, Edge and Safari, and not in TypeScript's DOM library.
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

/** Null where the browser cannot turn speech into text. */
export function findRecogniser(): RecogniserClass | null {
	const host = window as { SpeechRecognition?: RecogniserClass; webkitSpeechRecognition?: RecogniserClass };
	return host.SpeechRecognition ?? host.webkitSpeechRecognition ?? null;
}

/** Listens for one sentence: `onWords` follows it, the promise gives all of it, "" when nothing was understood. */
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
