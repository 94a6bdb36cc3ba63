import type { ProposedHolidays, ProposeHolidaysInput } from '@oeuvre/domain/organizations/calendar/schema'

const placesOf = (places: Readonly<Record<string, string>> | undefined) =>
  Object.entries(places ?? {}).map(([code, name]) => ({ code, name }))

/** Public holidays of a year as the library knows them, for an administrator to take over. It is loaded when somebody asks: it is large. */
export async function proposeHolidays({ country, region, year, language }: ProposeHolidaysInput): Promise<ProposedHolidays> {
  const { default: Holidays } = await import('date-holidays')
  const all = new Holidays()
  const countries = placesOf(all.getCountries(language)).toSorted((a, b) => a.name.localeCompare(b.name, language))
  if (country === null || !countries.some((one) => one.code === country)) return { countries, regions: [], holidays: [] }
  const regions = placesOf(all.getStates(country, language))
  const isKnown = regions.some((one) => one.code === region)
  const calendar = region !== null && isKnown ? new Holidays(country, region) : new Holidays(country)
  const days = calendar.getHolidays(year, language).filter((one) => one.type === 'public')
  const byDay = new Map(days.map((one) => [one.date.slice(0, 10), one.name.slice(0, 120)]))
  return { countries, regions, holidays: [...byDay].map(([day, name]) => ({ day, name })).toSorted((a, b) => (a.day < b.day ? -1 : 1)) }
}
