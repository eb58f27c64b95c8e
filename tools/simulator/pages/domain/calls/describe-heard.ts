import { capitalise } from "../capitalise.ts";

/** Something heard or done in a call: words, a sound, the network's apology, or an act of the owner. */
export interface Caption {
	kind: "words" | "sound" | "problem" | "sent";
	text: string;
}

const sounds: Record<string, string> = {
	"[ringing]": "Ringing…",
	"[beep]": "Beep",
	"[busy]": "Busy tone",
	"[silence]": "Silence",
};

export function describeHeard(heard: string): Caption {
	const sound = sounds[heard];
	if (sound) return { kind: "sound", text: sound };
	if (heard === "[application error]") {
		return {
			kind: "problem",
			text: "“We are sorry, an application error has occurred.” The company’s system gave no usable answer; the timeline shows why.",
		};
	}
	const audio = /^\[audio: (.+)\]$/.exec(heard);
	if (audio) return { kind: "sound", text: `Audio · ${lastPart(audio[1] ?? "")}` };
	const other = /^\[(.+)\]$/.exec(heard);
	if (other) return { kind: "sound", text: capitalise(other[1] ?? "") };
	return { kind: "words", text: heard };
}

function lastPart(url: string): string {
	const path = url.split(/[?#]/, 1)[0] ?? url;
	return path.split("/").filter(Boolean).at(-1) ?? url;
}
