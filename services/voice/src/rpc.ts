import { WorkerEntrypoint } from "cloudflare:workers";
import type { AiBinding } from "@cloudpbx/assistant/ai-binding";
import { CallOut } from "@cloudpbx/contracts/calls/calls-out";
import { AskWhatIf } from "@cloudpbx/contracts/calls/what-if";
import { accept } from "@cloudpbx/contracts/errors";
import type { VoiceRpc } from "@cloudpbx/contracts/rpc/voice";
import type { Actor } from "@cloudpbx/contracts/texts/messages";
import { withInput } from "@cloudpbx/contracts/with-input";
import { openDb } from "@cloudpbx/db/open-db";
import { explainAddress } from "@cloudpbx/domain/public-address";
import { announceLive } from "@cloudpbx/kit/announce-live";
import { checkHealth } from "@cloudpbx/kit/check-health";
import { describeError, log } from "@cloudpbx/kit/log";
import { explainAuthToken } from "@cloudpbx/twilio/auth-token";
import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { recallFirstAnswer } from "./answering/recall-first-answer.ts";
import { hangUpCallOut } from "./calls-out/hang-up-call-out.ts";
import { ringOwnPhones } from "./calls-out/ring-own-phones.ts";
import { type StartedCallOut, startCallOut } from "./calls-out/start-call-out.ts";
import { carrierOf } from "./carrier.ts";
import { erasePerson } from "./contacts/erase-person.ts";
import { diagnose } from "./diagnose.ts";
import { callEvent, type VoicemailFacts, voicemailEvent } from "./domain/call/live-events.ts";
import { dropGreeting } from "./greetings/drop-greeting.ts";
import { setGreetingPin } from "./greetings/greeting-pins.ts";
import { storeGreeting } from "./greetings/store-greeting.ts";
import { messagingOf } from "./messaging.ts";
import { recogniseDangersBy } from "./receptionist/recognise-dangers.ts";
import { deleteVoicemails } from "./voicemail/delete-voicemails.ts";
import { markVoicemailListened } from "./voicemail/mark-voicemail-listened.ts";
import { markVoicemailUnheard } from "./voicemail/mark-voicemail-unheard.ts";
import { playWhatIf } from "./what-if/play-what-if.ts";

export class VoiceService extends WorkerEntrypoint<VoiceEnv> implements VoiceRpc {
	health() {
		return checkHealth(
			"voice",
			this.env.DB,
			explainAddress("PUBLIC_URL", this.env.PUBLIC_URL) ?? explainAuthToken(this.env.TWILIO_AUTH_TOKEN),
		);
	}

	async diagnose() {
		return accept(await diagnose(this.env));
	}

	async markVoicemailListened(ids: string[], actor: Actor) {
		const marked = await markVoicemailListened(openDb(this.env.DB), ids, actor, new Date());
		this.#announce(marked);
		return accept(marked.map(({ id, listenedAt, listenedBy }) => ({ id, listenedAt, listenedBy })));
	}

	async firstEvents(callId: string) {
		const first = await recallFirstAnswer(openDb(this.env.DB), this.env, { callId, forwardedFrom: null });
		const at = first?.at.getTime() ?? 0;
		return accept((first?.events ?? []).map(({ kind, detail }) => ({ kind, at, detail })));
	}

	whatIf(question: AskWhatIf) {
		return withInput(AskWhatIf, question, async (asked) => {
			const models = {
				ai: this.env.AI as unknown as AiBinding,
				config: this.env,
				recogniseDangers: recogniseDangersBy(messagingOf(this.env)),
			};
			return accept(await playWhatIf(openDb(this.env.DB), models, this.env, asked, new Date()));
		});
	}

	callOut(call: CallOut, actor: Actor) {
		return withInput(CallOut, call, async (wish) => {
			const now = new Date();
			const db = openDb(this.env.DB);
			const started = await startCallOut(db, this.env, wish, actor, now);
			if (!started.ok) return started;
			const { progress, legs } = started.value;
			if (legs.length > 0) {
				const { id: callId, to: from, from: to } = progress;
				announceLive(messagingOf(this.env), this.ctx, [
					{ kind: "call", callId, from, to, status: "ringing" },
				]);
				// The carrier may be slow; whoever placed the call follows it.
				this.ctx.waitUntil(this.#ring(started.value, now));
			}
			return accept(progress);
		});
	}

	async hangUpCallOut(callId: string) {
		const ended = await hangUpCallOut(
			openDb(this.env.DB),
			openCarrier(carrierOf(this.env)),
			callId,
			new Date(),
		);
		if (!ended.ok) return ended;
		this.#announceCall(ended.value.row);
		return accept(ended.value.progress);
	}

	async #ring(started: StartedCallOut, now: Date): Promise<void> {
		const needs = {
			db: openDb(this.env.DB),
			carrier: openCarrier(carrierOf(this.env)),
			publicUrl: this.env.PUBLIC_URL,
		};
		try {
			this.#announceCall(await ringOwnPhones(needs, started, now));
		} catch (error) {
			log.error("call_out_not_rung", { callId: started.progress.id, reason: describeError(error) });
		}
	}

	#announceCall(row: Parameters<typeof callEvent>[0] | null): void {
		if (row) announceLive(messagingOf(this.env), this.ctx, [callEvent(row)]);
	}

	async markVoicemailUnheard(ids: string[]) {
		const marked = await markVoicemailUnheard(openDb(this.env.DB), ids);
		this.#announce(marked);
		return accept({ unheardIds: marked.map(({ id }) => id) });
	}

	async deleteVoicemails(ids: string[]) {
		const db = openDb(this.env.DB);
		const deleted = await deleteVoicemails(db, this.env.VOICEMAIL_AUDIO, ids, new Date());
		this.#announce(deleted);
		return accept({ deletedIds: deleted.map(({ id }) => id) });
	}

	async erasePerson(number: string) {
		const { DB, VOICEMAIL_AUDIO } = this.env;
		const { voicemails, ...portion } = await erasePerson(openDb(DB), VOICEMAIL_AUDIO, number, new Date());
		this.#announce(voicemails);
		return accept(portion);
	}

	storeGreeting(audio: Uint8Array) {
		return storeGreeting(this.env.VOICEMAIL_AUDIO, audio);
	}

	async setGreetingPin(extensionId: string, pin: string | null) {
		await setGreetingPin(openDb(this.env.DB), extensionId, pin, new Date());
		return accept(null);
	}

	async dropGreeting(key: string) {
		await dropGreeting(openDb(this.env.DB), this.env.VOICEMAIL_AUDIO, key);
		return accept(null);
	}

	#announce(changed: readonly VoicemailFacts[]): void {
		announceLive(messagingOf(this.env), this.ctx, changed.map(voicemailEvent));
	}
}
