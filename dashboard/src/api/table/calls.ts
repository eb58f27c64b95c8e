import type { Call, CallSummary } from "@cloudpbx/contracts/api/calls";
import type { Page } from "@cloudpbx/contracts/api/page";
import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import type { ById, Endpoint, PageInput } from "./endpoint.ts";

export type CallsApi = {
	"/api/calls": {
		$get: Endpoint<
			Page<CallSummary>,
			{
				query: PageInput & {
					ext?: string;
					/** Outcomes, or `missed`, with commas between them. */
					outcome?: string;
					state?: "open" | "ended";
					direction?: "inbound" | "outbound";
					number?: string;
					from?: string;
					to?: string;
				};
			}
		>;
	};
	"/api/calls/:id": { $get: Endpoint<Call, ById> };
	"/api/voicemails": {
		$get: Endpoint<
			Page<Voicemail>,
			{ query: PageInput & { ext?: string; heard?: "true" | "false"; number?: string; callId?: string } }
		>;
	};
	"/api/voicemails/:id": { $get: Endpoint<Voicemail, ById>; $delete: Endpoint<null, ById> };
	"/api/voicemails/:id/listen": { $post: Endpoint<Voicemail, ById>; $delete: Endpoint<Voicemail, ById> };
};
