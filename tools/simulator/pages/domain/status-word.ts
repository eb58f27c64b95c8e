export interface StatusWord {
	word: string;
	tone: "good" | "busy" | "bad" | "calm";
}
