import type { Call, CallSummary } from "@cloudpbx/contracts/api/calls";
import type { CallOutProgress, StartCall } from "@cloudpbx/contracts/api/calls-out";
import type { Page } from "@cloudpbx/contracts/api/page";
import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import type { ReceptionistResult } from "@cloudpbx/contracts/calls/calls";
import type { Danger } from "@cloudpbx/contracts/calls/danger";
import type { ById, Endpoint, PageInput } from "./endpoint.ts";

/** Days are the company's, first and last included. Instants are exact, and the last is excluded. */
export interface CallsQuery {
	ext?: string;
	outcome?: string;
	state?: "open" | "ended";
	direction?: "inbound" | "outbound";
	number?: string;
	receptionist?: "any" | ReceptionistResult;
	danger?: "any" | Danger;
	from?: string;
	to?: string;
	/** Needs `hour`, `from` and `to`; 0 is Monday. */
	weekday?: string;
	hour?: string;
}

export interface VoicemailsQuery {
	ext?: string;
	heard?: "true" | "false";
	number?: string;
	callId?: string;
}

export type CallsApi = {
	"/api/calls": {
		$get: Endpoint<Page<CallSummary>, { query: PageInput & CallsQuery }>;
		$post: Endpoint<CallOutProgress, { json: StartCall }, 202>;
	};
	"/api/calls/:id": { $get: Endpoint<Call, ById> };
	"/api/calls/:id/progress": { $get: Endpoint<CallOutProgress, ById> };
	"/api/calls/:id/hang-up": { $post: Endpoint<CallOutProgress, ById> };
	"/api/voicemails": { $get: Endpoint<Page<Voicemail>, { query: PageInput & VoicemailsQuery }> };
	"/api/voicemails/:id": { $get: Endpoint<Voicemail, ById>; $delete: Endpoint<null, ById> };
	"/api/voicemails/:id/listen": { $post: Endpoint<Voicemail, ById>; $delete: Endpoint<Voicemail, ById> };
};
