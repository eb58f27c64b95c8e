import type { StatusWord } from "../status-word.ts";

export function describeStatus(status: string): StatusWord {
	return statuses[status] ?? { word: status, tone: "calm" };
}

const statuses: Record<string, StatusWord> = {
	queued: { word: "Queued", tone: "busy" },
	initiated: { word: "Dialling", tone: "busy" },
	ringing: { word: "Ringing", tone: "busy" },
	"in-progress": { word: "In call", tone: "good" },
	completed: { word: "Ended", tone: "calm" },
	busy: { word: "Busy", tone: "bad" },
	failed: { word: "Failed", tone: "bad" },
	"no-answer": { word: "No answer", tone: "bad" },
	canceled: { word: "Cancelled", tone: "calm" },
};
