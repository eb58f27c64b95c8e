export function openTextDetails(messageId: string): void {
	void import("./facts/text-details.ts").then(({ showTextDetails }) => showTextDetails(messageId));
}

export function openOptOut(number: string): void {
	void import("../../settings/opt-outs/sheets.ts").then(({ showOptOut }) => showOptOut(number));
}

export function openOptIn(number: string): void {
	void import("../../settings/opt-outs/sheets.ts").then(({ showOptIn }) => showOptIn(number));
}
