import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import { formatList } from "../../../../words/counts.ts";
import { formatNumber } from "../../../../words/phone-numbers.ts";
import { compareChange } from "./compare-change.ts";
import { nameField } from "./name-field.ts";

type Teller = (thing: string) => string;

/** By action; `thing` is the name of the changed thing, or empty. */
const tellers: Record<string, Teller> = {
	"setup.claim": () => "set the system up and became its owner",
	"settings.init": () => "set the system’s settings for the first time",
	"user.deactivate": (thing) => `deactivated ${thing || "a person"}`,
	"invitation.create": (thing) => `invited ${thing || "somebody"}`,
	"invitation.accept": () => "accepted an invitation",
	"invitation.withdraw": () => "withdrew an invitation",
	"password.change": () => "changed the own password",
	"password.reset": (thing) => `chose a new password${thing ? ` for ${thing}` : ""} by a link`,
	"password_reset.create": (thing) => `made a link for a new password of ${thing || "somebody"}`,
	"password_reset.withdraw": (thing) => `withdrew a link for a new password of ${thing || "somebody"}`,
	"session.start": () => "signed in",
	"session.close": () => "signed out",
	"sign_in.fail": (thing) => `gave a wrong password${thing ? ` for ${thing}` : ""}`,
	"sign_in.lock": (thing) => `was kept from trying more passwords${thing ? ` for ${thing}` : ""}`,
	"session.end": () => "ended a session",
	"sessions.end": (thing) => `ended all sessions${thing ? ` of ${thing}` : ""}`,
	"key.create": (thing) => `made the API key ${thing}`,
	"key.revoke": (thing) => `revoked ${thing ? `the API key ${thing}` : "an API key"}`,
	"extension.create": (thing) => `created the extension ${thing}`,
	"extension.retry": (thing) => `tried again to get a number for ${thing || "an extension"}`,
	"extension.deactivate": (thing) => `deactivated the extension ${thing}`,
	"number.buy": (thing) => `bought ${thing || "a number"}`,
	"number.adopt": (thing) => `took up ${thing || "a number"}`,
	"number.repair": (thing) => `repaired ${thing || "a number"}`,
	"number.assign": (thing) => `changed what ${thing || "a number"} rings`,
	"number.label": (thing) => `named ${thing || "a number"}`,
	"number.release": (thing) => `gave ${thing || "a number"} back to the carrier`,
	"blocklist.update": () => "changed the blocked callers",
	"contact.create": () => "added a contact",
	"contact.update": () => "changed a contact",
	"contact.import": () => "imported contacts",
	"contact.merge": () => "merged two contacts",
	"contact.erase": () => "erased a contact",
	"webhook.create": (thing) => `made ${thing ? `the webhook ${thing}` : "a webhook"}`,
	"webhook.update": (thing) => `changed ${thing ? `the webhook ${thing}` : "a webhook"}`,
	"webhook.delete": (thing) => `deleted ${thing ? `the webhook ${thing}` : "a webhook"}`,
	"webhook.secret": () => "made a new secret for a webhook",
	"webhook.test": () => "tested a webhook",
	"webhook.redeliver": () => "had an event delivered again to a webhook",
	"opt_out.add": (thing) => `opted out ${thing || "a number"}`,
	"opt_out.remove": (thing) => `lifted the opt-out of ${thing || "a number"}`,
	"opt_out.import": () => "imported opt-outs",
	"campaign.create": (thing) => `created the campaign ${thing}`,
	"campaign.delete": (thing) => `deleted the campaign ${thing}`,
	"campaign.duplicate": (thing) => `duplicated a campaign as ${thing}`,
	"campaign.test": () => "sent a test of a campaign",
	"campaign.pause": (thing) => `paused the campaign ${thing}`,
	"campaign.resume": (thing) => `resumed the campaign ${thing}`,
	"campaign.cancel": (thing) => `cancelled the campaign ${thing}`,
	"campaign.schedule": (thing) => `scheduled the campaign ${thing}`,
	"campaign.recipients": (thing) => `changed the recipients of the campaign ${thing}`,
	"conversation.takeover": (thing) => `took over a conversation${thing ? ` with ${thing}` : ""}`,
	"conversation.handback": (thing) =>
		`handed a conversation${thing ? ` with ${thing}` : ""} back to the assistant`,
	"conversation.close": (thing) => `closed a conversation${thing ? ` with ${thing}` : ""}`,
	"conversation.reply": () => "answered a text",
	"conversation.note": () => "wrote a note",
	"message.send": () => "sent a text",
	"message.refuse": () => "was kept from sending texts",
	"voicemail.listen": () => "heard a voicemail",
	"voicemail.unheard": () => "marked a voicemail unheard",
	"voicemail.delete": () => "deleted a voicemail",
};

const changedThings: Record<string, string> = {
	"user.update": "of",
	"extension.update": "of extension",
	"campaign.update": "of the campaign",
};

/** Follows the actor's name: "changed the greeting". `nameOf` knows names that the entry does not hold. */
export function describeChange(event: AuditEvent, nameOf: (id: string) => string | undefined): string {
	const { action, target } = event;
	const fields = formatList(compareChange(event).map(({ field }) => nameField(field).toLowerCase()));
	if (action === "hours.update") return describeHours(event, fields);
	if (action === "settings.update") return `changed ${fields || "the settings"}`;
	const known = target.id === null ? undefined : nameOf(target.id);
	const of = changedThings[action];
	if (of !== undefined) return `changed ${fields || "nothing"} ${of} ${known ?? "somebody"}`;
	const teller = tellers[action];
	const thing = nameInEntry(event) ?? known ?? "";
	return teller ? teller(thing).trimEnd() : `did “${action}”`;
}

/** The override is an act of the moment; everything else is a change of the rules. */
function describeHours({ before, after }: AuditEvent, fields: string): string {
	if (Object.keys(after ?? {}).join() !== "override")
		return `changed ${fields || "nothing"} of the opening hours`;
	if (after?.override === "none") return `ended what was set by hand: ${before?.override}`;
	return `set by hand: ${after?.override}`;
}

function nameInEntry({ before, after }: AuditEvent): string | undefined {
	for (const facts of [after, before]) {
		for (const field of ["name", "email", "number", "host"]) {
			const value = facts?.[field];
			if (typeof value !== "string" || value === "") continue;
			if (field === "number") return formatNumber(value);
			return typeof facts?.ext === "string" ? `${facts.ext} ${value}` : value;
		}
	}
	return undefined;
}
