import { describe, expect, test } from 'vitest';
import type { PartialDate } from '../../src/corpus/date.js';
import { findDates } from '../../src/corpus/dates.js';
import { resolveRelative } from '../../src/corpus/date-resolve.js';

const stated = (value: string, precision: PartialDate['precision'] = 'day'): PartialDate => ({ value, precision, basis: 'stated' });
const resolved = (text: string, anchor: PartialDate | null): string | null => {
  const [found] = findDates(text);
  const date = found ? resolveRelative(found, anchor) : null;
  return date && `${date.value}${date.end === undefined ? '' : `..${date.end}`} ${date.precision} ${date.basis}`;
};

describe('resolveRelative, against a Friday, 18 November 2022', () => {
  test.each([
    ['اليوم الجمعة', '2022-11-18 day inferred'],
    ['اليوم، أعلن', '2022-11-18 day inferred'],
    ['أمس الخميس', '2022-11-17 day inferred'],
    ['أمس الاثنين', null],
    ['yesterday', '2022-11-17 day inferred'],
    ['بعد غد', '2022-11-20 day inferred'],
    ['يومي 21 و22 نوفمبر/ تشرين الثاني', '2022-11-21..2022-11-22 day inferred'],
    ['on January 3', '2023-01-03 day inferred'],
    ['Monday, November 21', '2022-11-21 day inferred'],
    ['Tuesday, November 21', null],
    ['منتصف شهر نوفمبر/ تشرين الثاني من العام الماضي', '2021-11 mid-month inferred'],
    ['mid-November last year', '2021-11 mid-month inferred'],
    ['العام الماضي', '2021 year inferred'],
    ['next month', '2022-12 month inferred'],
    ['الشهر الماضي', '2022-10 month inferred'],
    ['last week', '2022-11-07..2022-11-13 day inferred'],
    ['نوفمبر الماضي', '2021-11 month inferred'],
    ['في يونيو المقبل', '2023-06 month inferred'],
    ['last Monday', '2022-11-14 day inferred'],
    ['الاثنين المقبل', '2022-11-21 day inferred'],
    ['29 February', null],
    ['6 September 2025', '2025-09-06 day stated'],
    ['الإثنين', null],
  ])('%s', (text, expected) => {
    expect(resolved(text, stated('2022-11-18'))).toBe(expected);
  });

  test('without an anchor nothing is worked out, and what is stated stays', () => {
    expect(['اليوم', 'أمس الاثنين', 'last year', 'mid-November last year'].map((text) => resolved(text, null))).toEqual([null, null, null, null]);
    expect(resolved('12 مايو', null)).toBe('--05-12 day stated');
    expect(resolved('18 نوفمبر 2022', null)).toBe('2022-11-18 day stated');
  });

  test('an anchor without a year gives days without a year', () => {
    const anchor = stated('--05-12');
    expect(resolved('اليوم', anchor)).toBe('--05-12 day inferred');
    expect(resolved('أمس', anchor)).toBe('--05-11 day inferred');
    expect(resolved('أمس', stated('--03-01'))).toBeNull();
    expect(resolved('العام الماضي', anchor)).toBeNull();
  });

  test('an anchor that is only a year or a month tells no days', () => {
    expect(resolved('today', stated('2022', 'year'))).toBeNull();
    expect(resolved('last year', stated('2022', 'year'))).toBe('2021 year inferred');
    expect(resolved('الشهر المقبل', stated('2022-12', 'month'))).toBe('2023-01 month inferred');
    expect(resolved('in May, when', stated('2022', 'year'))).toBe('2022-05 month inferred');
  });
});
