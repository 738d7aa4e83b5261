import { observed, observedCauses } from './observed';

/** R. G. Miller, "Survival Analysis" (1981); `aml` (also `leukemia`) of R's survival package. */
export const amlMaintained = observed('9 13 13+ 18 23 28+ 31 34 45+ 48 161+');
export const amlNotMaintained = observed('5 5 8 8 12 16+ 23 27 30 33 43 45');

/** E. J. Freireich et al., Blood 21 (1963), remission in weeks, as in Kleinbaum and Klein, "Survival Analysis". */
export const sixMp = observed(
  '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+',
);
export const sixMpPlacebo = observed(
  '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23',
);

/**
 * Months of age at entry and at death or leaving of the men of the Channing House: J. P. Klein and M. L. Moeschberger,
 * "Survival Analysis" (2003), section 1.16; `channing` of R's KMsurv package, without the man who left on entry.
 */
export const channingMen = observed(
  '751-777 759-781 817-843+ 846-866+ 852-869 871-872 836-876 847-893 853-894 866-895+ 835-898 898-906+ 835-907 782-909 885-911+ 878-911 909-914+ 856-927 891-932 900-936+ 830-940+ 806-943+ 843-943+ 837-945 871-945+ 865-948 856-951+ 821-956+ 915-957 820-957+ 883-959+ 823-960+ 962-966+ 906-966 856-969 926-970+ 936-971 959-972+ 836-973+ 955-977+ 863-983 847-984+ 967-985 854-989 921-993 919-993 893-996+ 962-998 969-1001+ 865-1002+ 978-1005+ 982-1006+ 966-1009 906-1012 875-1012+ 1010-1012 876-1013+ 878-1015+ 879-1016+ 978-1018+ 984-1022 886-1023+ 943-1025 890-1027+ 964-1029 953-1031+ 894-1031+ 946-1031 919-1033 925-1036 943-1043 1007-1043+ 1041-1044+ 1010-1044 988-1045+ 960-1047+ 984-1053 955-1055 1027-1058+ 1051-1059 923-1060+ 1039-1060 938-1064+ 1036-1070+ 936-1073+ 1046-1080 967-1085 956-1093+ 1063-1094 1021-1094 969-1106+ 971-1107+ 981-1118+ 1020-1128 1073-1139 1016-1153+',
);

/**
 * Days to relapse (r) or death in remission (d) after transplantation, 38 patients with lymphoblastic leukaemia: Klein
 * and Moeschberger, section 1.3; group 1 of `bmt` of R's KMsurv package.
 */
export const transplants = observedCauses(
  '1d 55r 74r 86d 104r 107d 109r 110r 122d 122r 129r 172d 192r 194d 226+ 230r 276d 332d 383r 418d 466d 487d 526d 530+ 609r 662r 996+ 1111+ 1167+ 1182+ 1199+ 1330+ 1377+ 1433+ 1462+ 1496+ 1602+ 2081+',
);

/** Made up, with ties and entries at the time of events, for what the published data do not hold. */
export const lateCauses = observedCauses(
  '2a 5b 5a 9+ 14a 30+ 3-6a 3-8b 4-12a 5-9a 6-30+ 8-14b 9-20a 10-25+ 11-13a 12-21b 14-22a 15-19+ 17-24a 20-28b',
);
