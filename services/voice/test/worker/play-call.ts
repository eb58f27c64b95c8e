import { sendWebhook, sidOf } from "./carrier.ts";

export interface Played {
	to: string;
	from: string | null;
	/** One entry each time that the caller is asked; none left: nothing is pressed. */
	keys: readonly string[];
	taking: readonly string[];
}

export interface Experience {
	heard: string;
	rung: string[][];
	hasTone: boolean;
}

const documentsMax = 60;

export async function playCall(word: string, { to, from, keys, taking }: Played): Promise<Experience> {
	const call = { CallSid: sidOf("CA", word), From: from ?? "anonymous", To: to, CallStatus: "in-progress" };
	const left = [...keys];
	const experience: Experience = { heard: "", rung: [], hasTone: false };
	const words: string[] = [];
	let path = "/ivr/inbound";
	let params: Record<string, string> = call;
	for (let count = 0; ; count++) {
		if (count === documentsMax) throw new Error(`the call never ends: ${words.join(" ")}`);
		const document = await (await sendWebhook(path, params)).text();
		words.push(...[...document.matchAll(/<Say[^>]*>([^<]*)<\/Say>/g)].map(([, text]) => readText(text)));
		const rung = [...document.matchAll(/<Number[^>]*>([^<]+)<\/Number>/g)].map(([, number = ""]) => number);
		if (rung.length > 0) experience.rung.push(rung);
		experience.hasTone ||= document.includes("<Record");
		const [, next] = /<(?:Gather|Dial) action="https:\/\/pbx\.example\.com([^"]+)"/.exec(document) ?? [];
		if (next === undefined || experience.hasTone) break;
		path = next;
		params = document.includes("<Dial")
			? { ...call, ...resultOf(rung.some((number) => taking.includes(number))) }
			: { ...call, Digits: left.shift() ?? "" };
	}
	await sendWebhook("/ivr/status", { ...call, CallStatus: "completed", CallDuration: "9" });
	return { ...experience, heard: words.join(" ") };
}

function resultOf(isTaken: boolean): Record<string, string> {
	return isTaken
		? { DialCallStatus: "completed", DialBridged: "true", DialCallDuration: "30" }
		: { DialCallStatus: "no-answer", DialBridged: "false" };
}

function readText(xml = ""): string {
	const marks = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&#39;": "'" };
	return xml.replace(/&(?:amp|lt|gt|quot|apos|#39);/g, (mark) => marks[mark as keyof typeof marks]);
}
