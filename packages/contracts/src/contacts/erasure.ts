/** How far a Worker is with erasing a person. Each call takes one bounded portion; told again it goes on, and changes nothing when done. */
export interface ErasurePortion {
	isDone: boolean;
	/** What has to end before the rest can go, such as a text whose outcome is not known; null: only more calls are needed. */
	waitsFor: "call" | "text" | "campaign" | null;
}
