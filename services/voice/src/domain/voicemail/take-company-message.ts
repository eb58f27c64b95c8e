import { phrases } from "@cloudpbx/domain/phrases";
import { callPaths, companyBox } from "../call/call-paths.ts";
import type { CallPlan } from "../call/call-plan.ts";
import type { Office } from "../office/office.ts";

/**
 * A message to nobody in particular: its voicemail has no extension, and everybody who may hear the company's voicemail
 * sees it. The menu is spoken in English, and so is this.
 */
export function takeCompanyMessage({ settings }: Office, introduction?: string): CallPlan {
	const words = phrases.leaveCompanyMessage;
	return {
		steps: [
			{ kind: "say", text: introduction ? `${introduction} ${words}` : words },
			{
				kind: "record",
				maxSeconds: settings.voicemailMaxSeconds,
				nextPath: callPaths.voicemailFinished(companyBox, "en"),
				recordedPath: callPaths.voicemailRecorded(companyBox),
				// Who does not press a key may speak any language: only the owner's word that it is English is relied on.
				...(settings.voicemailLanguage === "en" && {
					transcribedPath: callPaths.voicemailTranscribed(companyBox),
				}),
			},
		],
		events: [{ step: "voicemail-company", kind: "voicemail_offered", detail: { extension: null } }],
	};
}
