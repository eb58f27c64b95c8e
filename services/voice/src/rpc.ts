import { WorkerEntrypoint } from "cloudflare:workers";
import { accept } from "@cloudpbx/contracts/errors";
import type { VoiceRpc } from "@cloudpbx/contracts/rpc";
import { openDb } from "@cloudpbx/db/open-db";
import { checkHealth } from "@cloudpbx/kit/check-health";
import { deleteVoicemails } from "./operations/delete-voicemails.ts";
import { markVoicemailListened } from "./operations/mark-voicemail-listened.ts";

export class VoiceService extends WorkerEntrypoint<VoiceEnv> implements VoiceRpc {
	health() {
		return checkHealth("voice", this.env.DB);
	}

	async markVoicemailListened(ids: string[]) {
		return accept(await markVoicemailListened(openDb(this.env.DB), ids, new Date()));
	}

	async deleteVoicemails(ids: string[]) {
		return accept(await deleteVoicemails(openDb(this.env.DB), this.env.VOICEMAIL_AUDIO, ids, new Date()));
	}
}
