import { accept, at, ours, refuse, Service } from "./service.js";

function callOut(fields) {
	return {
		to: "+14155550199",
		from: ours,
		as: "101",
		phones: ["0151"],
		state: "ringing_own",
		outcome: null,
		startedAt: at,
		answeredAt: null,
		endedAt: null,
		talkSeconds: null,
		...fields,
	};
}

export class VoiceService extends Service {
	markVoicemailListened(ids, { id: byId, name }) {
		const listenedBy = { id: byId, name };
		return accept(ids.map((id) => ({ id, listenedAt: Date.parse(at), listenedBy })));
	}

	markVoicemailUnheard(ids) {
		return accept({ unheardIds: ids.filter((id) => id !== "vm_gone") });
	}

	callOut({ id, to, as, from }, { name }) {
		if (to === "+18765550100")
			return refuse("forbidden", `${to} is not called. Numbers of Jamaica are switched off.`);
		if (as === "102") return refuse("precondition_failed", "Sam (102) has no telephone to call from.");
		if (as === "103") return refuse("bad_input", "as: Nobody has the keys 103.");
		if (as === "105") return refuse("limit_exceeded", "The ceiling of 5 calls out at once is reached. Wait.");
		if (as === "106") throw new Error("a bug");
		return accept(callOut({ id, to, as, from: from ?? ours, phones: [name.slice(0, 4)] }));
	}

	hangUpCallOut(id) {
		return accept(callOut({ id, state: "ended", outcome: "canceled", endedAt: at }));
	}

	firstEvents() {
		return accept([{ kind: "received", at: Date.parse(at), detail: { to: "+18005550100" } }]);
	}

	whatIf({ at: asked }) {
		const steps = [{ kind: "asks", text: "Thank you for calling." }, { kind: "ends" }];
		return accept({ at: asked ?? at, isOpen: true, because: null, steps, outcome: "abandoned" });
	}

	deleteVoicemails(ids) {
		return accept({ deletedIds: ids.filter((id) => id !== "vm_gone") });
	}

	storeGreeting(audio) {
		if (audio.byteLength <= 10) return refuse("bad_input", "This is neither an MP3 nor a WAV file.");
		return accept({ key: `greetings/${"a".repeat(64)}.wav`, type: "wav", seconds: 6.2 });
	}

	dropGreeting() {
		return accept(null);
	}

	setGreetingPin() {
		return accept(null);
	}
}
