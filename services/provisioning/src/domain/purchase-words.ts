import type { SearchWidth } from "@cloudpbx/domain/numbering/plan-number-search";

export function explainNoneFound(areaCode: string | null, widths: readonly SearchWidth[]): string {
	const places =
		areaCode === null
			? "in the country"
			: [
					widths.includes("area") && `in area code ${areaCode}`,
					widths.includes("state") && "in its state",
					widths.includes("country") && "anywhere in the country",
				]
					.filter(Boolean)
					.join(", ");
	return `Twilio has no number to rent ${places}. Try again later, or in another area code.`;
}

export const explainAllTaken =
	"Each number that we asked for was rented to somebody else in the same moment. Try again.";

export const explainNoAnswer = "Twilio did not answer. Try again.";

/** A release is decided before the carrier is asked, and cannot be taken back. */
export const explainReleasing =
	"The number is being given back for good and no longer yours to use. This goes on by itself until Twilio has taken it back.";

export const explainSilence =
	"Twilio did not answer. Try again; a number that it rented to us nevertheless is found and used, not bought twice.";

export const explainOurFault = "Something went wrong on our side. Try again.";

export const explainLost = "Twilio took the number back before it could be set up. Try again.";
