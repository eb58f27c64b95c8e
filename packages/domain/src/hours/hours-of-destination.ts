import type { DestinationHours, Hours } from "@cloudpbx/contracts/office/hours";

/**
 * The hours that count for a destination. Its own week stands in for the company's and nothing else: the company's override closes and
 * opens it too, and so do the company's exceptions and holidays unless it has its own.
 */
export function hoursOfDestination(company: Hours, own: DestinationHours): Hours {
	if (own === null) return company;
	if (own === "always") {
		return { ...company, week: {}, exceptions: [], holidays: { country: null, names: [] }, override: null };
	}
	const { week, exceptions = company.exceptions, holidays = company.holidays } = own;
	return { ...company, week, exceptions, holidays };
}
