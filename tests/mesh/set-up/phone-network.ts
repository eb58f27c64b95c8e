export interface CallView {
	sid: string;
	parentSid: string | null;
	from: string;
	to: string;
	status: string;
	waitingFor: { kind: string; since: string } | null;
	heard: string[];
	legs: { sid: string; to: string; status: string }[];
	timeline: { ms: number; kind: string; text: string }[];
}

export interface PhoneText {
	from: string;
	to: string;
	body: string;
}

const patienceSecondsDefault = 20;
const pollMilliseconds = 25;
const latePollMilliseconds = 100;
const lateAfterMilliseconds = 2000;

/** Polls until `read` returns something; throws after the patience. */
export async function until<Value>(
	what: string,
	read: () => Promise<Value | null | undefined | false>,
	patienceSeconds = patienceSecondsDefault,
): Promise<Value> {
	const startedAt = Date.now();
	const giveUpAt = startedAt + patienceSeconds * 1000;
	while (Date.now() < giveUpAt) {
		const value = await read();
		if (value !== null && value !== undefined && value !== false) return value;
		const isLate = Date.now() - startedAt > lateAfterMilliseconds;
		await new Promise((resolve) => setTimeout(resolve, isLate ? latePollMilliseconds : pollMilliseconds));
	}
	throw new Error(`Waited ${patienceSeconds} s in vain for ${what}.`);
}

/** The people of a test, who dial, press keys and speak through the simulator's control API. */
export class PhoneNetwork {
	readonly url: string;

	constructor(meshUrl: string) {
		this.url = `${meshUrl}/simulator/control`;
	}

	/** `facts` are further fields of the call, such as `forwardedFrom`. */
	async dial(from: string, to: string, facts: object = {}): Promise<PhoneCall> {
		const { sid } = await this.send<{ sid: string }>("POST", "/calls", { from, to, ...facts });
		return new PhoneCall(this, sid);
	}

	setSpeed(speed: number): Promise<unknown> {
		return this.send("PUT", "/clock", { speed });
	}

	setFaults(faults: { match: string; effect: object; times?: number }[]): Promise<unknown> {
		return this.send("PUT", "/faults", faults);
	}

	setPhone(number: string, behaviour: object): Promise<unknown> {
		return this.send("PUT", `/phones/${number}`, behaviour);
	}

	async received(number: string): Promise<PhoneText[]> {
		const { items } = await this.send<{ items: PhoneText[] }>("GET", `/phones/${number}/messages`);
		return items.filter(({ to }) => to === number);
	}

	expectTexts(number: string, count: number): Promise<PhoneText[]> {
		return until(
			`${number} to hold ${count} text(s)`,
			async () => {
				const texts = await this.received(number);
				return texts.length >= count && texts;
			},
			40,
		);
	}

	async send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
		const response = await fetch(`${this.url}${path}`, {
			method,
			headers: { "content-type": "application/json" },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
		return (await response.json()) as Answer;
	}
}

/** One line of a call. Each `expect…` waits for a state. */
export class PhoneCall {
	readonly sid: string;
	readonly network: PhoneNetwork;

	constructor(network: PhoneNetwork, sid: string) {
		this.network = network;
		this.sid = sid;
	}

	view(): Promise<CallView> {
		return this.network.send<CallView>("GET", `/calls/${this.sid}`);
	}

	async expectHears(words: string, times = 1): Promise<this> {
		await this.until(
			`"${words}" to be heard ${times} time(s)`,
			(call) => call.heard.filter((text) => text.includes(words)).length >= times,
		);
		return this;
	}

	async expectWaitsFor(kind: string): Promise<this> {
		await this.until(`a wait for ${kind}`, (call) => call.waitingFor?.kind.includes(kind));
		return this;
	}

	async expectEnds(status = "completed"): Promise<CallView> {
		return this.until(`the end "${status}"`, (call) => call.status === status && call);
	}

	/** Connected with a person: a picked-up phone is not enough. */
	async expectTalks(): Promise<this> {
		await this.until("two people to talk", (call) =>
			call.timeline.some(({ text }) => text.startsWith("talks with")),
		);
		return this;
	}

	async expectRings(number: string): Promise<PhoneCall> {
		const sid = await this.until(
			`${number} to ring`,
			(call) => call.legs.find((leg) => leg.to === number && leg.status === "ringing")?.sid,
		);
		return new PhoneCall(this.network, sid);
	}

	press(digits: string): Promise<unknown> {
		return this.act("digits", { digits });
	}

	async say(text: string): Promise<unknown> {
		await this.expectWaitsFor("speech");
		return this.act("speech", { text });
	}

	async leaveMessage(seconds: number, transcript: string, endWith = "#"): Promise<void> {
		await this.expectWaitsFor("record");
		await this.act("recording", { seconds, transcript, endWith });
	}

	answer(): Promise<CallView> {
		return this.act("answer");
	}

	async take(): Promise<this> {
		const { waitingFor } = await this.answer();
		if (waitingFor?.kind !== "digits") await this.expectWaitsFor("digits");
		await this.press("1");
		await this.expectHears("Press 1 to take the call.");
		return this.expectTalks();
	}

	hangUp(): Promise<unknown> {
		return this.act("hangup");
	}

	private act(action: string, body: object = {}): Promise<CallView> {
		return this.network.send<CallView>("POST", `/calls/${this.sid}/${action}`, body);
	}

	private async until<Value>(
		what: string,
		read: (call: CallView) => Value | null | undefined | false,
	): Promise<Value> {
		let last: CallView | undefined;
		try {
			return await until(what, async () => {
				last = await this.view();
				return read(last);
			});
		} catch (error) {
			throw new Error(
				`${(error as Error).message} The call was last seen as ${JSON.stringify(last, null, 1)}`,
			);
		}
	}
}
