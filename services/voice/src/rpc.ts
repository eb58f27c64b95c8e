import { WorkerEntrypoint } from "cloudflare:workers";
import type { AiBinding } from "@cloudpbx/assistant/ai-binding";
import { accept } from "@cloudpbx/contracts/errors";
import type { Actor } from "@cloudpbx/contracts/messaging";
import type { VoiceRpc } from "@cloudpbx/contracts/rpc";
import { AskWhatIf } from "@cloudpbx/contracts/what-if";
import { withInput } from "@cloudpbx/contracts/with-input";
import { openDb } from "@cloudpbx/db/open-db";
import { explainAddress } from "@cloudpbx/domain/public-address";
import { announceLive } from "@cloudpbx/kit/announce-live";
import { checkHealth } from "@cloudpbx/kit/check-health";
import { explainAuthToken } from "@cloudpbx/twilio/auth-token";
import { type VoicemailFacts, voicemailEvent } from "./domain/live-events.ts";
import { messagingOf } from "./messaging.ts";
import { deleteVoicemails } from "./operations/delete-voicemails.ts";
import { diagnose } from "./operations/diagnose.ts";
import { dropGreeting } from "./operations/drop-greeting.ts";
import { setGreetingPin } from "./operations/greeting-pins.ts";
import { markVoicemailListened } from "./operations/mark-voicemail-listened.ts";
import { markVoicemailUnheard } from "./operations/mark-voicemail-unheard.ts";
import { playWhatIf } from "./operations/play-what-if.ts";
import { recallFirstAnswer } from "./operations/recall-first-answer.ts";
import { recogniseDangersBy } from "./operations/recognise-dangers.ts";
import { storeGreeting } from "./operations/store-greeting.ts";

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
