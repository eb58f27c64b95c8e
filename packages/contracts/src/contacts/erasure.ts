/** Each call erases one bounded portion; a call after the end changes nothing. */
export interface ErasurePortion {
	isDone: boolean;
	/** The thing that must end first, such as a text with an unknown outcome; null: only more calls are needed. */
	waitsFor: "call" | "text" | "campaign" | null;
}
