import { WorkerEntrypoint } from "cloudflare:workers";
import { AskWhatIf } from "@cloudpbx/contracts/calls/ask-what-if";
import type { CallOut } from "@cloudpbx/contracts/calls/calls-out";
import {
	GreetingPinChange,
	ListenedIds,
	PlaceCallOut,
	VoiceId,
	VoiceIds,
} from "@cloudpbx/contracts/calls/voice-input";
import { accept } from "@cloudpbx/contracts/errors";
import type { VoiceRpc } from "@cloudpbx/contracts/rpc/voice";
import type { Actor } from "@cloudpbx/contracts/texts/messages";
import { withInput } from "@cloudpbx/contracts/with-input";
import { explainAddress } from "@cloudpbx/domain/public-address";
import { checkHealth } from "@cloudpbx/kit/check-health";
import { explainAuthToken } from "@cloudpbx/twilio/auth-token";
import { findFirstAnswer } from "./answering/find-first-answer.ts";
import { hangUpCallOut } from "./calls-out/hang-up-call-out.ts";
import { placeCallOut } from "./calls-out/place-call-out.ts";
import { erasePerson } from "./contacts/erase-person.ts";
import { type Context, createContext } from "./context.ts";
import { diagnose } from "./diagnose.ts";
import { callEvent, type VoicemailFacts, voicemailEvent } from "./domain/call/live-events.ts";
import { dropGreeting } from "./greetings/drop-greeting.ts";
import { setGreetingPin } from "./greetings/greeting-pins.ts";
import { storeGreeting } from "./greetings/store-greeting.ts";
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

	markVoicemailListened(ids: string[], actor: Actor) {
		return withInput(ListenedIds, [ids, actor], async ([valid, person]) => {
			const ctx = this.#open();
			const marked = await markVoicemailListened(ctx, valid, person);
			announceVoicemails(ctx, marked);
			return accept(marked.map(({ id, listenedAt, listenedBy }) => ({ id, listenedAt, listenedBy })));
		});
	}

	markVoicemailUnheard(ids: string[]) {
		return withInput(VoiceIds, ids, async (valid) => {
			const ctx = this.#open();
			const marked = await markVoicemailUnheard(ctx, valid);
			announceVoicemails(ctx, marked);
			return accept({ unheardIds: marked.map(({ id }) => id) });
		});
	}

	deleteVoicemails(ids: string[]) {
		return withInput(VoiceIds, ids, async (valid) => {
			const ctx = this.#open();
			const deleted = await deleteVoicemails(ctx, valid);
			announceVoicemails(ctx, deleted);
			return accept({ deletedIds: deleted.map(({ id }) => id) });
		});
	}

	firstEvents(callId: string) {
		return withInput(VoiceId, callId, async (valid) => {
			const first = await findFirstAnswer(this.#open(), { callId: valid, forwardedFrom: null });
			const at = first?.at.getTime() ?? 0;
			return accept((first?.events ?? []).map(({ kind, detail }) => ({ kind, at, detail })));
		});
	}

	whatIf(question: AskWhatIf) {
		return withInput(AskWhatIf, question, async (asked) => accept(await playWhatIf(this.#open(), asked)));
	}

	callOut(call: CallOut, actor: Actor) {
		return withInput(PlaceCallOut, [call, actor], ([wish, person]) =>
			placeCallOut(this.#open(), wish, person),
		);
	}

	hangUpCallOut(callId: string) {
		return withInput(VoiceId, callId, async (valid) => {
			const ctx = this.#open();
			const ended = await hangUpCallOut(ctx, valid);
			if (!ended.ok) return ended;
			ctx.announce([callEvent(ended.value.row)]);
			return accept(ended.value.progress);
		});
	}

	erasePerson(number: string) {
		return withInput(VoiceId, number, async (valid) => {
			const ctx = this.#open();
			const { voicemails, ...portion } = await erasePerson(ctx, valid);
			announceVoicemails(ctx, voicemails);
			return accept(portion);
		});
	}

	storeGreeting(audio: Uint8Array) {
		return storeGreeting(this.#open(), audio);
	}

	setGreetingPin(extensionId: string, pin: string | null) {
		return withInput(GreetingPinChange, [extensionId, pin], async ([id, digits]) => {
			await setGreetingPin(this.#open(), id, digits);
			return accept(null);
		});
	}

	dropGreeting(key: string) {
		return withInput(VoiceId, key, async (valid) => {
			await dropGreeting(this.#open(), valid);
			return accept(null);
		});
	}

	#open() {
		return createContext(this.env, this.ctx);
	}
}

function announceVoicemails(ctx: Context, changed: readonly VoicemailFacts[]): void {
	ctx.announce(changed.map(voicemailEvent));
}
